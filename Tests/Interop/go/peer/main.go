// The Go peer of the interop tests: containerd's ttrpc, as Debian packages it (1.1.1: unary calls only), with code that
// gogottrpc made from our own .proto files.
//
//	go-peer check unix:/PATH|tcp:HOST:PORT API-KEY   runs every check of client.go against rpcd, a line for each
//	go-peer serve unix:/PATH                         serves MessagesService as server.go says, for our own clients
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"strings"

	"github.com/sirupsen/logrus"
)

// Both sockets of ours, in the words of endpoints.json.
func split(endpoint string) (network, address string) {
	parts := strings.SplitN(endpoint, ":", 2)
	if len(parts) != 2 || (parts[0] != "unix" && parts[0] != "tcp") {
		fmt.Fprintln(os.Stderr, "no such endpoint:", endpoint)
		os.Exit(64)
	}
	return parts[0], parts[1]
}

func dial(endpoint string) net.Conn {
	conn, err := net.Dial(split(endpoint))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(69)
	}
	return conn
}

func main() {
	// The library tells of every frame that it did not expect; the checks are about just such frames.
	logrus.SetOutput(io.Discard)
	switch {
	case len(os.Args) == 4 && os.Args[1] == "check":
		os.Exit(check(os.Args[2], os.Args[3]))
	case len(os.Args) == 3 && os.Args[1] == "serve":
		serve(os.Args[2])
	default:
		fmt.Fprintln(os.Stderr, "usage: go-peer check ENDPOINT API-KEY | serve ENDPOINT")
		os.Exit(64)
	}
}
