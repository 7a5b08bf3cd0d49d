package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The audit trail of an installation, as its operator sees it by commands in processes of their own. */
final class AuditTrail {
    private final Path folder;
    private final Map<String, String> environment;

    AuditTrail(Path folder, Map<String, String> environment) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.environment = environment;
    }

    FinishedProcess verify(String... options) {
        List<String> arguments = new ArrayList<>(List.of("audit", "verify"));
        arguments.addAll(List.of(options));
        return FinishedProcess.aura(folder, environment, arguments);
    }

    /** What all entries of an event name, as often as they do. */
    List<String> objects(String event) {
        Pattern object = Pattern.compile("\"event\":\"" + Pattern.quote(event) + "\".*\"object\":\"([^\"]+)\"");
        String export = FinishedProcess.aura(folder, environment, List.of("audit", "export"))
                .succeeded();
        return object.matcher(export).results().map(found -> found.group(1)).toList();
    }
}
