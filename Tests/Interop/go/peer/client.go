// What a Go program sees of rpcd. Each check has a sentence for a name; `check` prints it with ok or what was wrong.
package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/proto"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	health "grpc/health/v1"
	sb "switchboard/v1"
)

const largest = 4 << 20

type caller struct {
	endpoint string
	key      string
	client   *ttrpc.Client
}

// The context of a signed-in caller; pairs go beside the credentials.
func (c *caller) as(pairs ...string) context.Context {
	md := ttrpc.MD{"authorization": {"ApiKey " + c.key}}
	for i := 0; i+1 < len(pairs); i += 2 {
		md[pairs[i]] = append(md[pairs[i]], pairs[i+1])
	}
	return ttrpc.WithMetadata(context.Background(), md)
}

func (c *caller) alive() error {
	_, err := sb.NewAuthServiceClient(c.client).GetMe(c.as(), &sb.GetMeRequest{})
	return err
}

// Runs body on a connection of its own, whose envelopes say nanos whatever the context says: what comes back is then
// the server's doing and not this library's clock.
func (c *caller) withTimeout(nanos int64, body func(*ttrpc.Client) error) error {
	client := ttrpc.NewClient(dial(c.endpoint), ttrpc.WithUnaryClientInterceptor(
		func(ctx context.Context, q *ttrpc.Request, a *ttrpc.Response, _ *ttrpc.UnaryClientInfo, next ttrpc.Invoker) error {
			q.TimeoutNano = nanos
			return next(ctx, q, a)
		}))
	defer client.Close()
	return body(client)
}

// Whether err is a status of this code and reason, and its details of a kind.
func expect(err error, code codes.Code, reason string) (*status.Status, error) {
	if err == nil {
		return nil, fmt.Errorf("it succeeded")
	}
	st, ok := status.FromError(err)
	if !ok {
		return nil, fmt.Errorf("no status: %v", err)
	}
	for _, detail := range st.Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			if st.Code() != code || info.Reason != reason || info.Domain != "switchboard" {
				return nil, fmt.Errorf("%v %s of %s: %s", st.Code(), info.Reason, info.Domain, st.Message())
			}
			return st, nil
		}
	}
	return nil, fmt.Errorf("no ErrorInfo: %v %v", st, st.Details())
}

func refused(err error, code codes.Code, reason string) error {
	_, wrong := expect(err, code, reason)
	return wrong
}

var checks = []struct {
	name string
	run  func(*caller) error
}{
	{"a health check is answered", func(c *caller) error {
		answer, err := health.NewHealthClient(c.client).Check(context.Background(), &health.HealthCheckRequest{})
		if err == nil && answer.Status != health.HealthCheckResponse_SERVING {
			err = fmt.Errorf("it is %v", answer.Status)
		}
		return err
	}},
	{"the authorization of the metadata says who calls", func(c *caller) error {
		me, err := sb.NewAuthServiceClient(c.client).GetMe(c.as(), &sb.GetMeRequest{})
		if err == nil && (me.Kind != sb.PrincipalKind_PRINCIPAL_KIND_API_KEY || me.User == nil || me.User.Username != "gopher") {
			err = fmt.Errorf("it is %v", me)
		}
		return err
	}},
	{"keys of metadata may be written in any case", func(c *caller) error {
		ctx := ttrpc.WithMetadata(context.Background(), ttrpc.MD{"Authorization": {"ApiKey " + c.key}})
		_, err := sb.NewAuthServiceClient(c.client).GetMe(ctx, &sb.GetMeRequest{})
		return err
	}},
	{"a text is accepted and can be read back", func(c *caller) error {
		messages := sb.NewMessagesServiceClient(c.client)
		sent, err := messages.SendText(c.as(), &sb.SendTextRequest{Recipient: "+4915112345678", Message: "from Go: äöü"})
		if err != nil {
			return err
		}
		read, err := messages.GetMessage(c.as(), &sb.GetMessageRequest{Id: sent.Id})
		if err == nil && (sent.Id == 0 || read.Content != "from Go: äöü" || read.CreatedAt == nil || len(read.Timeline) == 0) {
			err = fmt.Errorf("it is %v", read)
		}
		return err
	}},
	{"who asks for response metadata, which Go does not know, is answered as ever", func(c *caller) error {
		_, err := sb.NewAuthServiceClient(c.client).GetMe(c.as("x-response-metadata", "1"), &sb.GetMeRequest{})
		return err
	}},
	{"an error has its code, reason, message and request id", func(c *caller) error {
		_, err := sb.NewMessagesServiceClient(c.client).GetMessage(
			c.as("x-request-id", "go-1"), &sb.GetMessageRequest{Id: 987654})
		st, wrong := expect(err, codes.NotFound, "NOT_FOUND")
		if wrong != nil {
			return wrong
		}
		for _, detail := range st.Details() {
			if info, ok := detail.(*errdetails.RequestInfo); ok && info.RequestId == "go-1" {
				if st.Message() == "" {
					return fmt.Errorf("no message")
				}
				return nil
			}
		}
		return fmt.Errorf("no RequestInfo of go-1: %v", st.Details())
	}},
	{"an error names the field that is wrong", func(c *caller) error {
		_, err := sb.NewMessagesServiceClient(c.client).SendText(
			c.as(), &sb.SendTextRequest{Recipient: "nobody", Message: "x"})
		st, wrong := expect(err, codes.InvalidArgument, "VALIDATION_ERROR")
		if wrong != nil {
			return wrong
		}
		for _, detail := range st.Details() {
			if bad, ok := detail.(*errdetails.BadRequest); ok && len(bad.FieldViolations) == 1 &&
				bad.FieldViolations[0].Field == "recipient" && bad.FieldViolations[0].Description != "" {
				return nil
			}
		}
		return fmt.Errorf("no BadRequest of recipient: %v", st.Details())
	}},
	{"wrong credentials are refused", func(c *caller) error {
		ctx := ttrpc.WithMetadata(context.Background(), ttrpc.MD{"authorization": {"ApiKey sbk_" + strings.Repeat("A", 57)}})
		_, err := sb.NewAuthServiceClient(c.client).GetMe(ctx, &sb.GetMeRequest{})
		return refused(err, codes.Unauthenticated, "INVALID_CREDENTIALS")
	}},
	{"unknown services and methods are refused", func(c *caller) error {
		for _, name := range [][2]string{{"switchboard.v1.NoService", "GetMe"}, {"switchboard.v1.AuthService", "NoMethod"}} {
			err := c.client.Call(c.as(), name[0], name[1], &sb.GetMeRequest{}, &sb.Principal{})
			if wrong := refused(err, codes.Unimplemented, "UNKNOWN_METHOD"); wrong != nil {
				return fmt.Errorf("%v: %v", name, wrong)
			}
		}
		return nil
	}},
	{"a deadline that is kept changes nothing", func(c *caller) error {
		ctx, cancel := context.WithTimeout(c.as(), 20*time.Second)
		defer cancel()
		_, err := sb.NewAuthServiceClient(c.client).GetMe(ctx, &sb.GetMeRequest{})
		return err
	}},
	{"a deadline that passes is answered by the server, on time", func(c *caller) error {
		// A sign-in is the one call that takes long by nature: a password is hashed.
		return c.withTimeout(int64(20*time.Millisecond), func(client *ttrpc.Client) error {
			start := time.Now()
			_, err := sb.NewAuthServiceClient(client).Login(
				context.Background(), &sb.LoginRequest{Username: "gopher", Password: "not this one"})
			if took := time.Since(start); took < 20*time.Millisecond || took > 5*time.Second {
				return fmt.Errorf("it took %v", took)
			}
			return refused(err, codes.DeadlineExceeded, "DEADLINE_EXCEEDED")
		})
	}},
	{"a deadline that had passed before is answered so, and nothing is run", func(c *caller) error {
		marker := fmt.Sprintf("never sent %d", time.Now().UnixNano())
		err := c.withTimeout(-1, func(client *ttrpc.Client) error {
			_, err := sb.NewMessagesServiceClient(client).SendText(
				c.as(), &sb.SendTextRequest{Recipient: "+4915112345678", Message: marker})
			return refused(err, codes.DeadlineExceeded, "DEADLINE_EXCEEDED")
		})
		if err != nil {
			return err
		}
		list, err := sb.NewMessagesServiceClient(c.client).ListMessages(c.as(), &sb.ListMessagesRequest{PageSize: 200})
		if err != nil {
			return err
		}
		for _, message := range list.Messages {
			if message.Content == marker {
				return fmt.Errorf("it was sent")
			}
		}
		return nil
	}},
	{"a frame of exactly 4 MiB reaches its handler", func(c *caller) error {
		return refused(c.sendFrame(largest), codes.InvalidArgument, "VALIDATION_ERROR")
	}},
	{"one byte more is refused on its call alone", func(c *caller) error {
		for i := 0; i < 3; i++ {
			other := make(chan error)
			go func() { other <- c.alive() }()
			wrong := refused(c.sendFrame(largest+1), codes.ResourceExhausted, "FRAME_TOO_LARGE")
			if err := <-other; err != nil {
				return fmt.Errorf("the call beside it: %v", err)
			}
			if wrong != nil {
				return wrong
			}
		}
		return c.alive()
	}},
	{"64 callers at once share a connection, and each gets its own answers", func(c *caller) error {
		messages := sb.NewMessagesServiceClient(c.client)
		var group sync.WaitGroup
		failures := make(chan error, 64)
		for i := 0; i < 64; i++ {
			group.Add(1)
			go func(i int) {
				defer group.Done()
				for n := 0; n < 10; n++ {
					text := fmt.Sprintf("caller %d, text %d", i, n)
					sent, err := messages.SendText(c.as(), &sb.SendTextRequest{Recipient: "+4915112345678", Message: text})
					if err == nil && sent.Content != text {
						err = fmt.Errorf("%q got the answer of %q", text, sent.Content)
					}
					if err != nil {
						failures <- err
						return
					}
				}
			}(i)
		}
		group.Wait()
		close(failures)
		return <-failures
	}},
	{"a stream, which this library cannot read, fails its call alone", func(c *caller) error {
		ctx, cancel := context.WithTimeout(c.as(), 10*time.Second)
		defer cancel()
		_, err := sb.NewMessagesServiceClient(c.client).WatchMessages(ctx, &sb.WatchMessagesRequest{})
		if err == nil || !strings.Contains(err.Error(), "unknown message type") {
			return fmt.Errorf("it gave %v", err)
		}
		return c.alive()
	}},
}

// A text whose request frame carries exactly size bytes.
func (c *caller) sendFrame(size int) error {
	request := &sb.SendTextRequest{Recipient: "+4915112345678", Message: strings.Repeat("x", largest-1024)}
	measure := func() int {
		payload, _ := proto.Marshal(request)
		return proto.Size(&ttrpc.Request{Service: "switchboard.v1.MessagesService", Method: "SendText", Payload: payload,
			Metadata: []*ttrpc.KeyValue{{Key: "authorization", Value: "ApiKey " + c.key}}})
	}
	request.Message += strings.Repeat("x", size-measure())
	if measure() != size {
		return fmt.Errorf("a frame of %d bytes instead of %d", measure(), size)
	}
	_, err := sb.NewMessagesServiceClient(c.client).SendText(c.as(), request)
	return err
}

func check(endpoint, key string) int {
	c := &caller{endpoint: endpoint, key: key, client: ttrpc.NewClient(dial(endpoint))}
	failed := 0
	for _, each := range checks {
		done := make(chan error, 1)
		go func() { done <- each.run(c) }()
		var err error
		select {
		case err = <-done:
		case <-time.After(20 * time.Second):
			err = fmt.Errorf("no answer in 20 s")
		}
		if err != nil {
			failed = 1
			fmt.Printf("FAILED: %s: %v\n", each.name, err)
			continue
		}
		fmt.Println("ok:", each.name)
	}
	fmt.Println("checks:", len(checks))
	return failed
}
