package io.github.auraauth.fakes.directline;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** A Direct Line that fails when it is told to, and that says what it was asked. Safe for use by many threads. */
public final class ScriptedDirectLine extends FakeDirectLine {
    private final DirectLineScript script;

    private ScriptedDirectLine(
            int port, Set<String> secrets, InstantSource clock, SecureRandom random, DirectLineScript script) {
        super(port, secrets, clock, random, script::before);
        this.script = script;
    }

    /** Plays from when this returns, and behaves until it is told otherwise; as {@link FakeDirectLine#start} does. */
    public static ScriptedDirectLine start(int port, List<String> secrets, InstantSource clock, SecureRandom random) {
        DirectLineScript script = new DirectLineScript();
        ScriptedDirectLine scripted = new ScriptedDirectLine(port, Set.copyOf(secrets), clock, random, script);
        scripted.listen();
        return scripted;
    }

    /** From now on every answer fails like this. */
    public void misbehave(DirectLineMisbehaviour how) {
        script.fail(how);
    }

    /** The next answers fail like this, one each. */
    public void misbehaveOnce(DirectLineMisbehaviour... inTurn) {
        script.failOnce(List.of(inTurn));
    }

    /** What {@code Retry-After} says from now on, when it asks for a pause. */
    public void askForPauses(String retryAfter) {
        script.pause(retryAfter);
    }

    /**
     * From now on this secret is refused.
     *
     * @param code for example {@code BadArgument}
     */
    public void refuse(String secret, int status, String code) {
        script.refuse(secret, new DirectLineScript.Refusal(status, code));
    }

    /** From now on nothing fails, and every secret of its own is taken. */
    public void behave() {
        script.behave();
    }

    /** What it was asked below {@code /v3/directline}, from the start on. */
    public List<DirectLineRequest> asked() {
        return script.asked();
    }

    /** Lets go who is kept waiting, and listens no more. */
    @Override
    public void close() {
        script.behave();
        super.close();
    }
}
