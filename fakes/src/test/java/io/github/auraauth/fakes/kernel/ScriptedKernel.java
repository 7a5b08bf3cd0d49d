package io.github.auraauth.fakes.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A Kernel that lies and fails when it is told to, and that says what it was asked. Safe for use by many threads. */
public final class ScriptedKernel extends FakeKernel {
    private final KernelScript script;

    private ScriptedKernel(
            int port, List<KnownClient> clients, InstantSource clock, SecureRandom random, KernelScript script) {
        super(port, clients, clock, random, script);
        this.script = script;
    }

    /** Plays from when this returns, and behaves until it is told otherwise; as {@link FakeKernel#start} does. */
    public static ScriptedKernel start(int port, List<KnownClient> clients, InstantSource clock, SecureRandom random) {
        KernelScript script = new KernelScript(clock, random);
        ScriptedKernel scripted = new ScriptedKernel(port, clients, clock, random, script);
        scripted.listen();
        return scripted;
    }

    /** From now on it tells this lie in every token and answer. */
    public void lie(KernelLie lie) {
        script.lie(Optional.of(lie));
    }

    /** From now on it lies no more. */
    public void tellTheTruth() {
        script.lie(Optional.empty());
    }

    /** From now on this endpoint fails like this. */
    public void misbehave(KernelEndpoint endpoint, KernelMisbehaviour how) {
        script.fail(endpoint, how);
    }

    /** From now on nothing fails. */
    public void behave() {
        script.behave();
    }

    /** From now on its discovery document is there, or it is not: 404. */
    public void discoverable(boolean now) {
        script.discoverable(now);
    }

    /** From now on its id_tokens have a claim of that many characters besides: 0 for none. */
    public void padIdTokens(int characters) {
        script.pad(characters);
    }

    /** How often this was asked for, from the start on. */
    public int asked(KernelEndpoint endpoint) {
        return script.asked(endpoint);
    }

    /** How often somebody followed one of its {@linkplain KernelMisbehaviour#REDIRECT redirects}, from the start on. */
    public int followed() {
        return script.followed();
    }

    /** Ends the silence of whoever waits, and listens no more; what is under way is cut off. */
    @Override
    public void close() {
        script.behave();
        super.close();
    }
}
