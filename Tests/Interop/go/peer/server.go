// A server for our own clients: MessagesService, whose SendText does what its recipient says. Everything else of it is
// UNIMPLEMENTED, in this library's way.
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/proto"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	sb "switchboard/v1"
)

func sendText(ctx context.Context, request *sb.SendTextRequest) (*sb.Message, error) {
	answer := &sb.Message{Recipient: request.Recipient, Content: request.Message}
	switch request.Recipient {
	case "echo":
	case "length":
		answer.Content = strconv.Itoa(len(request.Message))
	case "size": // the frame of the answer carries as many bytes as the text says
		size, err := strconv.Atoi(request.Message)
		if err != nil {
			return nil, status.Error(codes.InvalidArgument, "no number")
		}
		answer.Content = strings.Repeat("x", size-100)
		measure := func() int {
			payload, _ := proto.Marshal(answer)
			return proto.Size(&ttrpc.Response{Payload: payload})
		}
		answer.Content += strings.Repeat("x", size-measure())
	case "metadata":
		md, _ := ttrpc.GetMetadata(ctx)
		var pairs []string
		for key, values := range md {
			pairs = append(pairs, key+"="+strings.Join(values, "|"))
		}
		sort.Strings(pairs)
		answer.Content = strings.Join(pairs, ";")
	case "deadline":
		answer.Content = "none"
		if at, ok := ctx.Deadline(); ok {
			answer.Content = strconv.FormatInt(time.Until(at).Milliseconds(), 10)
		}
	case "wait":
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(15 * time.Second):
		}
	case "sleep":
		pause, _ := strconv.Atoi(request.Message)
		time.Sleep(time.Duration(pause) * time.Millisecond)
	case "fail":
		st, err := status.New(codes.FailedPrecondition, "not now: "+request.Message).WithDetails(
			&errdetails.ErrorInfo{Reason: "FROM_GO", Domain: "interop", Metadata: map[string]string{"text": request.Message}},
			&errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{{Field: "message", Description: "is odd"}}},
			&errdetails.RequestInfo{RequestId: "go-7"})
		if err != nil {
			return nil, err
		}
		return nil, st.Err()
	case "plain":
		return nil, errors.New("plain: " + request.Message)
	case "nothing":
		return nil, nil
	default:
		return nil, status.Error(codes.NotFound, "no such behaviour: "+request.Recipient)
	}
	return answer, nil
}

func serve(endpoint string) {
	listener, err := net.Listen(split(endpoint))
	if err == nil {
		var server *ttrpc.Server
		if server, err = ttrpc.NewServer(); err == nil {
			server.Register("switchboard.v1.MessagesService", map[string]ttrpc.Method{
				"SendText": func(ctx context.Context, read func(interface{}) error) (interface{}, error) {
					var request sb.SendTextRequest
					if err := read(&request); err != nil {
						return nil, err
					}
					answer, err := sendText(ctx, &request)
					if err != nil || answer == nil {
						return nil, err
					}
					return answer, nil
				},
			})
			err = server.Serve(context.Background(), listener)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(69)
}
