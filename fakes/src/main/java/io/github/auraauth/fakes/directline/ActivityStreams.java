package io.github.auraauth.fakes.directline;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The streams of conversations over WebSockets. */
final class ActivityStreams {
    private static final long BETWEEN_PINGS_SECONDS = 15;
    private static final int NOT_ALLOWED = 1008;
    private static final int LOWEST_ERROR = 400;

    private final DirectLineAccess access;
    private final Conversations conversations;

    ActivityStreams(DirectLineAccess access, Conversations conversations) {
        this.access = access;
        this.conversations = conversations;
    }

    /** Refuses what may not become a stream. */
    void beforeUpgrade(Context call) {
        String token = Optional.ofNullable(call.queryParam("t")).orElse("");
        access.member(call, token, call.pathParam("id"), () -> {});
        if (call.statusCode() >= LOWEST_ERROR) {
            throw new HttpResponseException(call.statusCode(), "No stream");
        }
    }

    void configure(WsConfig stream) {
        stream.onConnect(this::connected);
        stream.onClose(this::left);
        stream.onError(this::left);
    }

    private void connected(WsContext listener) {
        listener.enableAutomaticPings(BETWEEN_PINGS_SECONDS, TimeUnit.SECONDS);
        conversations
                .find(listener.pathParam("id"))
                .ifPresentOrElse(
                        conversation -> conversation.listen(
                                listener.sessionId(),
                                Conversations.number(listener.queryParam("watermark")),
                                news -> listener.send(news.toString())),
                        () -> listener.closeSession(NOT_ALLOWED, "No such conversation"));
    }

    private void left(WsContext listener) {
        conversations.find(listener.pathParam("id")).ifPresent(each -> each.leave(listener.sessionId()));
    }
}
