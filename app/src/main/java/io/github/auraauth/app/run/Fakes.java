package io.github.auraauth.app.run;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.start.PlayedServices;
import io.github.auraauth.fakes.directline.FakeDirectLine;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.fakes.kernel.KnownClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Kernel and Direct Line, played in this process for somebody who has an account at neither. What the environment says of
 * one of them counts: that one is not played.
 */
public final class Fakes implements AutoCloseable {
    private static final String ANY_PORT = "0";
    private static final String USUAL_PORT = "2367";
    private static final int SECRET_BYTES = 16;

    private final Map<String, String> environment;
    private final Optional<FakeKernel> kernel;
    private final Optional<FakeDirectLine> directLine;

    private Fakes(Map<String, String> environment, Optional<FakeKernel> kernel, Optional<FakeDirectLine> directLine) {
        this.environment = Map.copyOf(environment);
        this.kernel = kernel;
        this.directLine = directLine;
    }

    /**
     * Plays from when this returns, on free ports of loopback.
     *
     * @param given environment variables by name
     * @throws StartRefused outside development
     */
    public static Fakes start(Map<String, String> given, ServiceEnvironment kind, Clock clock, SecureRandom random)
            throws StartRefused {
        if (!kind.isDevelopment()) {
            throw new StartRefused("--with-fakes lets anybody log in as anybody: it is for DEV, not for " + kind);
        }
        Map<String, String> played = new HashMap<>();
        Map<String, String> taken = ConfigurationReader.taken(given);
        played.put("AURA_SERVICE_PORT", servicePort(taken));
        Optional<FakeKernel> kernel = taken.containsKey("AURA_FP_AUTHSERVER_ENDPOINT")
                ? Optional.empty()
                : Optional.of(kernel(taken, played, clock, random));
        Optional<FakeDirectLine> directLine = taken.containsKey("AURA_DIRECTLINE_API_ENDPOINT")
                        || taken.containsKey("AURA_DIRECTLINE_SECRETS")
                        || taken.containsKey("AURA_DIRECTLINE_SECRETS_FILE")
                ? Optional.empty()
                : Optional.of(directLine(played, clock, random));
        taken.forEach((name, value) -> {
            if (!isAnyPort(name, value)) {
                played.put(name, given.get(name));
            }
        });
        return new Fakes(played, kernel, directLine);
    }

    /** The given variables, and those by which the fakes are found. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The page on which to speak with the bot, where that is played. */
    public Optional<URI> chatPage() {
        return directLine.map(FakeDirectLine::address);
    }

    /** What is played, as a page names it. */
    PlayedServices services(Configuration configuration, ClockAndRandom clockAndRandom) {
        Optional<Supplier<URI>> login = kernel.map(fake -> () -> FakesSample.loginLink(configuration, clockAndRandom));
        return new PlayedServices(login, chatPage());
    }

    public boolean hasKernel() {
        return kernel.isPresent();
    }

    @Override
    public void close() {
        kernel.ifPresent(FakeKernel::close);
        directLine.ifPresent(FakeDirectLine::close);
    }

    private static FakeKernel kernel(
            Map<String, String> given, Map<String, String> played, Clock clock, SecureRandom random) {
        String client = given.getOrDefault("AURA_FP_CLIENT_ID", "aura-local");
        String secret = given.getOrDefault("AURA_FP_CLIENT_SECRET", secret(random));
        String root = given.getOrDefault("AURA_PUBLIC_URL", "http://127.0.0.1:" + played.get("AURA_SERVICE_PORT"));
        URI callback = URI.create(given.getOrDefault(
                "AURA_REDIRECT_URI", ServiceAddress.below(root).callback().toString()));
        KnownClient known = new KnownClient(client, Optional.of(secret), Optional.empty(), List.of(callback));
        FakeKernel fake = FakeKernel.start(0, List.of(known), clock, random);
        played.put("AURA_FP_AUTHSERVER_ENDPOINT", fake.address().toString());
        played.put("AURA_FP_CLIENT_ID", client);
        played.put("AURA_FP_CLIENT_SECRET", secret);
        played.put("AURA_REDIRECT_URI", callback.toString());
        return fake;
    }

    private static FakeDirectLine directLine(Map<String, String> played, Clock clock, SecureRandom random) {
        String secret = secret(random);
        FakeDirectLine fake = FakeDirectLine.start(0, List.of(secret), clock, random);
        played.put("AURA_DIRECTLINE_API_ENDPOINT", fake.conversations().toString());
        played.put("AURA_DIRECTLINE_SECRETS", secret);
        return fake;
    }

    /** Kernel must know where it sends browsers back to before the server listens there. */
    private static String servicePort(Map<String, String> given) {
        String port = given.getOrDefault("AURA_SERVICE_PORT", USUAL_PORT);
        if (!isAnyPort("AURA_SERVICE_PORT", port)) {
            return port;
        }
        try (ServerSocket free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        } catch (IOException e) {
            return USUAL_PORT;
        }
    }

    private static boolean isAnyPort(String name, String value) {
        return name.equals("AURA_SERVICE_PORT") && value.equals(ANY_PORT);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
