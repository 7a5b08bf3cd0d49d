package io.github.auraauth.app.cli.token;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.account.AuthTokenView;
import io.github.auraauth.app.cli.apikey.Lifetime;
import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura token create}: the secret is printed this once. */
@Command(name = "create", description = "Makes an auth token for an account, and prints its secret once.")
final class TokenCreateCommand extends AccountCommand {
    @Parameters(paramLabel = "NAME", description = "To know it again by; need not be unique.")
    private String name = "";

    @Option(names = "--account", required = true, paramLabel = "USER", description = "User name of its account.")
    private String account = "";

    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            split = ",",
            description = "Code names that it carries; all of the account's when absent.")
    private List<String> permissions = List.of();

    @Option(names = "--expires", description = "Lifetime, such as 90d, 12h or 30m; endless when absent.")
    private Optional<String> expires = Optional.empty();

    @Option(names = "--json", description = "Print {token, secret}.")
    private boolean json;

    TokenCreateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        wanted();
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.tokens().create(wanted(), actor, deadline), this::show);
    }

    private NewToken wanted() {
        Optional<Instant> end = expires.map(text -> context()
                .clock()
                .instant()
                .plus(Lifetime.parse(text).orElseThrow(() -> wrong("--expires takes a number and d, h, m or s"))));
        return new NewToken(
                AuthTokenName.parse(name).orElseThrow(() -> wrong("a token has a name of 1 to 100 characters")),
                Optional.of(username(account)),
                permissions.isEmpty() ? Optional.empty() : Optional.of(permissions(permissions)),
                end);
    }

    private int show(IssuedToken issued) {
        String secret = issued.secret().revealText();
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(
                    "token",
                    AuthTokenView.of(
                            issued.token().token(), issued.token().owner().value()));
            members.put("secret", secret);
            print(JsonPrinter.line(members));
        } else {
            say("made as " + issued.token().token().id().value() + "; its secret is not shown again:");
            print(secret);
        }
        return ExitStatus.DONE;
    }
}
