package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.config.ConfigurationListing;
import io.github.auraauth.app.config.variable.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura config print}: shows every variable, also where the configuration is bad, and never a secret. */
@Command(
        name = "print",
        description = "Prints every variable with its value and where that comes from.",
        mixinStandardHelpOptions = true)
final class ConfigPrintCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Option(names = "--json", description = "Print {NAME: {value, source, secret}}.")
    private boolean json;

    ConfigPrintCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ConfigurationListing listing = context.configurationReader().list();
        tell(listing, json ? context.err() : context.out());
        if (json) {
            context.out().println(JsonPrinter.indented(asMap(listing)));
        } else {
            listing.entries().forEach(this::print);
        }
        return listing.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.CONFIGURATION;
    }

    /** One line, also where the value has several. */
    private void print(ConfigurationListing.Entry entry) {
        String value = entry.value().orElse("").replace("\n", "\\n");
        context.out().println(entry.name() + "=" + value + "  (" + entry.source() + ")");
    }

    private static void tell(ConfigurationListing listing, PrintStream to) {
        if (listing.problems().isEmpty()) {
            return;
        }
        to.println("# This configuration cannot be used:");
        for (Problem problem : listing.problems()) {
            to.println("#   " + problem);
        }
    }

    private static Map<String, Object> asMap(ConfigurationListing listing) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (ConfigurationListing.Entry entry : listing.entries()) {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("value", entry.value());
            variable.put("source", entry.source());
            variable.put("secret", entry.secret());
            variables.put(entry.name(), variable);
        }
        return variables;
    }
}
