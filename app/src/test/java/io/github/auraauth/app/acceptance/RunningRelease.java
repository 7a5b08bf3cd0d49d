package io.github.auraauth.app.acceptance;

import java.util.List;
import java.util.function.Function;

/**
 * An instance of a release.
 *
 * @param commands what runs a command of the same release beside it
 */
record RunningRelease(ServerProcess server, Function<List<String>, FinishedProcess> commands) {
    /** What a command printed last; it must succeed. */
    String run(String... arguments) {
        List<String> lines =
                commands.apply(List.of(arguments)).succeeded().lines().toList();
        return lines.get(lines.size() - 1);
    }

    Api api() {
        return new Api(server);
    }

    AccountsClient accounts() {
        return new AccountsClient(server);
    }

    ProviderCalls provider() {
        return new ProviderCalls(server);
    }
}
