package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.StoredAccountData.Everything;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code aura account export}: what its person may ask for. */
@Command(name = "export", description = "Exports all that is stored of an account, without secrets, as JSON.")
final class AccountExportCommand extends NamedAccountCommand {
    AccountExportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.data().export(username(), actor, deadline), everything -> {
            print(JsonPrinter.indented(members(everything)));
            return ExitStatus.DONE;
        });
    }

    private Map<String, Object> members(Everything everything) {
        Account account = everything.account().account();
        Map<String, Object> whole = AccountView.of(everything.account());
        whole.put("origin", account.origin().method().name().toLowerCase(Locale.ROOT));
        whole.put("subject", account.origin().subject());
        whole.put("has_password", account.password().isPresent());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("exported_at", JsonPrinter.time(context().clock().instant()));
        members.put("account", whole);
        members.put("second_factors", secondFactors(everything));
        members.put(
                "sessions",
                everything.sessions().stream()
                        .map(AccountExportCommand::session)
                        .toList());
        members.put(
                "tokens",
                everything.tokens().stream()
                        .map(token -> AuthTokenView.of(token, account.username().value()))
                        .toList());
        members.put(
                "consents",
                everything.consents().stream()
                        .map(AccountExportCommand::consent)
                        .toList());
        members.put(
                "activity",
                everything.activities().stream()
                        .map(AccountExportCommand::activity)
                        .toList());
        return members;
    }

    /** Without what would stand for them. */
    private static Map<String, Object> secondFactors(Everything everything) {
        SecondFactors factors = everything.account().account().secondFactors();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("totp_added_at", factors.totp().map(totp -> JsonPrinter.time(totp.addedAt())));
        members.put(
                "passkeys",
                everything.passkeys().stream()
                        .map(AccountExportCommand::passkey)
                        .toList());
        members.put("recovery_codes", factors.recoveryCodes().size());
        members.put("reset_at", factors.resetAt().map(JsonPrinter::time));
        return members;
    }

    private static Map<String, Object> passkey(Passkey passkey) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", passkey.id().value());
        members.put("name", passkey.name().value());
        members.put("added_at", JsonPrinter.time(passkey.addedAt()));
        members.put("used_at", passkey.usedAt().map(JsonPrinter::time));
        return members;
    }

    private static Map<String, Object> session(Session session) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", session.id().value());
        members.put("begun_at", JsonPrinter.time(session.begunAt()));
        members.put("used_at", JsonPrinter.time(session.usedAt()));
        members.put("ends_at", JsonPrinter.time(session.end()));
        members.put(
                "methods",
                session.methods().stream()
                        .map(AuthenticationMethod::word)
                        .sorted()
                        .toList());
        return members;
    }

    private static Map<String, Object> consent(Consent consent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", consent.client().value());
        members.put("scope", Scope.list(consent.scopes()));
        members.put("given_at", JsonPrinter.time(consent.givenAt()));
        return members;
    }

    private static Map<String, Object> activity(Activity activity) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", JsonPrinter.time(activity.at()));
        members.put("event", activity.event().word());
        members.put("actor", activity.actor());
        members.put("object", activity.object());
        return members;
    }
}
