package io.github.auraauth.app.cli.token;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura token revoke}. */
@Command(
        name = "revoke",
        description = "Takes a token back, within two seconds everywhere; one of AUTH_TOKENS stays so though listed.")
final class TokenRevokeCommand extends AccountCommand {
    @Parameters(paramLabel = "ID", description = "As list shows it.")
    private String id = "";

    TokenRevokeCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        id();
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.tokens().revoke(id(), actor, deadline), "revoked");
    }

    private AuthTokenId id() {
        return AuthTokenId.parse(id).orElseThrow(() -> wrong("this is no id of a token, as list shows them"));
    }
}
