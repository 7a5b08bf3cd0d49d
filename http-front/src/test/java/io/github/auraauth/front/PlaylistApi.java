package io.github.auraauth.front;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ErrorFormat;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A feature that is not ours, as another API would bring it: two schemes, a permission, typed bodies, a page. */
final class PlaylistApi {
    static final ApiDefinition DEFINITION = ApiDefinition.load(PlaylistApi.class, "playlists.yaml");

    /** How long a slow authentication takes: more than half of what an operation with a body has. */
    static final Duration SLOW = Duration.ofMillis(1_300);

    private static final Input NAME = Input.path("name");

    /** What hooks were told, in words. */
    final List<String> notes = new CopyOnWriteArrayList<>();

    /** Whether noting a response fails. */
    volatile boolean failing;

    /** What the endpoint that saves was given. */
    final List<JsonNode> saved = new CopyOnWriteArrayList<>();

    Api api() {
        return new Api(
                        DEFINITION,
                        Map.of("token", new Tokens(), "session", new Sessions()),
                        Map.of(
                                "readPlaylist", this::read,
                                "savePlaylist", this::save,
                                "changePlaylist", this::change,
                                "showPlaylist", inputs -> deadline -> Response.page(200, "<p>songs</p>")))
                .and(List.of(new Notes()))
                .with(FIELDS)
                .with((error, browser) -> Response.page(error.status(), "<p>nothing</p>"));
    }

    /** Code and message, a sentence, and what is wrong with each field. */
    private static final ErrorFormat FIELDS = error -> Json.object(json -> {
        json.writeStringField("code", error.code().name());
        json.writeStringField("message", error.message());
        json.writeStringField("detail", error.message() + ".");
        for (Map.Entry<String, List<String>> field : error.fields().entrySet()) {
            json.writeArrayFieldStart(field.getKey());
            for (String words : field.getValue()) {
                json.writeString(words);
            }
            json.writeEndArray();
        }
    });

    private Endpoint.Action read(Inputs inputs) {
        String name = inputs.required(NAME, Optional::of);
        Optional<String> reader = inputs.context().principal().label();
        return new Endpoint.LocalAction() {
            @Override
            public Optional<Response> performLocally() {
                return Optional.of(name).filter("at-hand"::equals).map(known -> playlist());
            }

            @Override
            public Response perform(Deadline deadline) {
                return playlist();
            }

            private Response playlist() {
                return Response.json(200, Json.object(json -> {
                    json.writeStringField("name", name);
                    json.writeStringField("reader", reader.orElse("nobody"));
                    json.writeStringField("thread", Thread.currentThread().getName());
                }));
            }
        };
    }

    private Endpoint.Action save(Inputs inputs) {
        String name = inputs.required(NAME, Optional::of);
        String title = inputs.text(Input.body("name")).orElse("none");
        boolean isPublic = inputs.body().path("public").booleanValue();
        int tracks = inputs.body().path("tracks").size();
        Member member = inputs.context().principal(Member.class);
        return deadline -> {
            saved.add(inputs.body());
            return Response.json(200, Json.object(json -> {
                json.writeStringField("name", name);
                json.writeStringField("title", title);
                json.writeBooleanField("public", isPublic);
                json.writeNumberField("tracks", tracks);
                json.writeStringField("owner", member.name());
            }));
        };
    }

    /** Sets two cookies, so that both are seen to arrive. */
    private Endpoint.Action change(Inputs inputs) {
        String who = inputs.context().principal().label().orElse("nobody");
        List<String> seen = inputs.context().browser().cookie("other");
        return deadline -> Response.json(200, Json.object(json -> {
                    json.writeStringField("who", who);
                    json.writeStringField("other", String.join(",", seen));
                }))
                .withCookie("one=1; Path=/")
                .withCookie("two=2; Path=/")
                .retryAfter(Duration.ofMillis(1001));
    }

    /** Somebody with rights. */
    record Member(String name, Set<String> permissions) implements Principal {
        @Override
        public Optional<String> label() {
            return Optional.of("member:" + name);
        }
    }

    /**
     * {@code Authorization: Token <name> <permissions>}; with another header it is recognized without waiting, with a third
     * only after a long while.
     */
    private static final class Tokens implements Authenticator {
        @Override
        public boolean isPresented(RequestHead head) {
            return head.has("Authorization");
        }

        @Override
        public Check check(Operation operation) {
            Set<String> needed = permission(operation);
            return new Check() {
                @Override
                public Optional<Principal> recognize(RequestHead head) {
                    return head.has("X-Recognized") ? Optional.of(member(head, needed)) : Optional.empty();
                }

                @Override
                public Principal authenticate(RequestHead head, Deadline deadline) {
                    if (head.has("X-Slow")) {
                        LockSupport.parkNanos(SLOW.toNanos());
                    }
                    return member(head, needed);
                }
            };
        }

        private static Member member(RequestHead head, Set<String> needed) {
            String[] words = head.single("Authorization").orElse("").split(" ", -1);
            if (words.length < 2 || !words[0].equals("Token")) {
                throw unauthenticated();
            }
            Member member = new Member(
                    words[1],
                    Set.of(words).stream()
                            .filter(word -> word.contains("_"))
                            .collect(java.util.stream.Collectors.toSet()));
            if (!member.permissions().containsAll(needed)) {
                throw new ResponseException(ErrorCode.FORBIDDEN.response("The permission is missing"));
            }
            return member;
        }
    }

    /** A cookie that names the member, who may do everything. */
    private static final class Sessions implements Authenticator {
        @Override
        public boolean isPresented(RequestHead head) {
            return !head.browser().cookie("session").isEmpty();
        }

        @Override
        public Check check(Operation operation) {
            Set<String> needed = permission(operation);
            return (head, deadline) ->
                    new Member(head.browser().cookie("session").get(0), needed);
        }
    }

    private static Set<String> permission(Operation operation) {
        return operation.tree().has("x-toy-permission") ? Set.of(operation.extension("x-toy-permission")) : Set.of();
    }

    private static ResponseException unauthenticated() {
        return new ResponseException(
                ErrorCode.UNAUTHENTICATED.response().with("WWW-Authenticate", "Token realm=\"toy\""));
    }

    private final class Notes implements RequestHook {
        @Override
        public void authenticated(RequestContext context, RequestHead head) {
            notes.add("authenticated " + context.principal().label().orElse("nobody"));
            boolean unsafe = !head.method().equals("GET");
            if (unsafe && head.browser().cookie("session").size() == 1 && !head.has("X-CSRFToken")) {
                throw new ResponseException(new ErrorCode("CSRF_FAILED", 403, "The CSRF token is missing").response());
            }
        }

        @Override
        public void validated(RequestContext context) {
            notes.add("validated");
        }

        @Override
        public void answered(RequestContext context, int status) {
            notes.add("answered " + status);
            if (failing) {
                throw new IllegalStateException("nothing can be noted");
            }
        }
    }
}
