package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import java.util.function.ToIntFunction;

/** The base of commands that may be refused: they act as a superuser, and say why it is. */
public abstract class OutcomeCommand extends StoreCommand {
    public OutcomeCommand(ProcessContext context) {
        super(context);
    }

    /** Who acts. */
    public final Actor actor() {
        return Operator.actor(context());
    }

    /** Says that there are no accounts, and what to do about it. */
    public final int withoutAccounts() {
        return said("there are no accounts; set AURA_ACCOUNTS_ENABLED=true", ExitStatus.CONFIGURATION);
    }

    /** What the function makes of what was done; else the reason is said. */
    public final <T> int answer(Outcome<T> outcome, ToIntFunction<T> done) {
        return outcome.fold(done::applyAsInt, refusal -> said(RefusalText.of(refusal), ExitStatus.REFUSED));
    }

    /** The same, with a sentence for what was done. */
    public final <T> int answer(Outcome<T> outcome, String done) {
        return answer(outcome, value -> said(done, ExitStatus.DONE));
    }

    /** On standard output. */
    public final void print(String line) {
        context().out().println(line);
    }
}
