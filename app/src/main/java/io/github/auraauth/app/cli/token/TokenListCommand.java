package io.github.auraauth.app.cli.token;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.account.AuthTokenView;
import io.github.auraauth.app.cli.account.PageReader;
import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura token list}. */
@Command(name = "list", description = "Shows auth tokens; never a secret.")
final class TokenListCommand extends AccountCommand {
    @Option(names = "--account", paramLabel = "USER", description = "Only those of this account.")
    private Optional<String> account = Optional.empty();

    @Option(names = "--json", description = "Print an array with all that is known.")
    private boolean json;

    TokenListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        account.ifPresent(this::username);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        var pages = new PageReader<OwnedToken>(
                page -> services.tokens().list(account.map(this::username), page, actor, deadline));
        return answer(pages.all(), this::show);
    }

    private int show(List<OwnedToken> tokens) {
        if (json) {
            print(JsonPrinter.line(tokens.stream()
                    .map(each -> AuthTokenView.of(each.token(), each.owner().value()))
                    .toList()));
        } else {
            Instant now = context().clock().instant();
            tokens.forEach(each -> print(line(each, now)));
        }
        return ExitStatus.DONE;
    }

    private static String line(OwnedToken owned, Instant now) {
        AuthToken token = owned.token();
        return String.format(
                Locale.ROOT,
                "%s %-9s %-8s used %s %s %s",
                token.id().value(),
                token.withdrawn() ? "withdrawn" : token.isGoodAt(now) ? "good" : "expired",
                token.source().name().toLowerCase(Locale.ROOT),
                token.times().lastUsedAt().map(JsonPrinter::time).orElse("never"),
                owned.owner().value(),
                token.name().value());
    }
}
