package io.github.auraauth.app.docs.reminder;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ResponseException;
import java.util.List;
import java.util.Optional;

/** Takes {@code Authorization: Toy <permissions>}, to try permissions. */
final class ReminderAuthenticator implements Authenticator {
    private static final String HEADER = "Authorization";

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(HEADER);
    }

    // example: permission
    @Override
    public Check check(Operation operation) {
        String needed = operation.extension("x-toy-permission");
        return (head, deadline) -> {
            List<String> words = List.of(head.single(HEADER).orElse("").split(" ", -1));
            if (!words.get(0).equals("Toy")) {
                throw ResponseException.of(ErrorCode.UNAUTHENTICATED);
            }
            if (!words.subList(1, words.size()).contains(needed)) {
                throw ResponseException.of(ErrorCode.FORBIDDEN);
            }
            return (Principal) () -> Optional.of("toy");
        };
    }
    // end
}
