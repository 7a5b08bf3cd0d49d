package io.github.auraauth.app.cli.command;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.app.wiring.offline.OfflineServices;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.port.in.apikey.OfflineApiKeys;
import io.github.auraauth.port.in.login.LoginStateIssuer;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * The context of a process.
 *
 * @param environment variables by name
 * @param home the folder of the launcher, where the data folder lies when none is named
 * @param version of this program
 */
public record ProcessContext(
        Map<String, String> environment, Path home, String version, Streams streams, Clock clock, SecureRandom random) {
    public ProcessContext {
        environment = Map.copyOf(environment);
    }

    /**
     * The standard streams.
     *
     * @param outIsTerminal whether a person reads what is printed
     * @param prompt asks whoever sits before them
     */
    public record Streams(
            InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, PasswordPrompt prompt) {
        /** Those that nobody sits before. */
        public Streams(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal) {
            this(in, out, err, outIsTerminal, PasswordPrompt.NONE);
        }
    }

    public ConfigurationReader configurationReader() {
        return new ConfigurationReader(environment, home, version, random);
    }

    public Configuration configuration() throws ConfigurationException, DataFolderException {
        return configurationReader().read();
    }

    /** The same, with other environment variables. */
    public ProcessContext in(Map<String, String> other) {
        return new ProcessContext(other, home, version, streams, clock, random);
    }

    /** The use cases over the configured database, which the caller closes. */
    public CommandServices tools(Configuration configuration) throws DataFolderException, StartRefused {
        return CommandServices.open(configuration, clock, random);
    }

    /** What is done with keys where no store is opened. */
    public OfflineApiKeys offlineApiKeys(Configuration configuration) {
        return OfflineServices.apiKeys(configuration, clock, random);
    }

    public LoginStateIssuer loginStateIssuer(Configuration configuration) {
        return OfflineServices.loginStateIssuer(configuration, clock, random);
    }

    public PrintStream out() {
        return streams.out;
    }

    public PrintStream err() {
        return streams.err;
    }

    @Override
    public String toString() {
        return "ProcessContext[redacted]";
    }
}
