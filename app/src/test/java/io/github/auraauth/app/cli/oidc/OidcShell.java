package io.github.auraauth.app.cli.oidc;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.app.cli.CommandLineInterface;
import io.github.auraauth.app.cli.command.ProcessContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runs commands over a database in memory and holds what they print. */
final class OidcShell implements AutoCloseable {
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    OidcShell(Path folder) {
        this(folder, Map.of());
    }

    OidcShell(Path folder, Map<String, String> more) {
        this.folder = folder;
        environment.put("AURA_ENVIRONMENT_NAME", "commands");
        environment.put("AURA_ENCRYPTION_KEY", "commands-tests-encryption-key-32");
        environment.put("AURA_SEED_ID", "commands-tests-seed");
        environment.put("AURA_MONGODB_URI", mongo.bindAndGetConnectionString());
        environment.put("AURA_DATA_FOLDER", folder.resolve("data").toString());
        environment.putAll(more);
    }

    /** On standard input of the next command. */
    OidcShell typing(String text) {
        input = text;
        return this;
    }

    int run(String command) {
        out.reset();
        err.reset();
        var streams = new ProcessContext.Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        input = "";
        return new CommandLineInterface(
                        new ProcessContext(environment, folder, "test", streams, Clock.systemUTC(), new SecureRandom()))
                .execute(command.split(" ", -1));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** On both streams. */
    String printed() {
        return out() + err();
    }

    @Override
    public void close() {
        mongo.shutdownNow();
    }
}
