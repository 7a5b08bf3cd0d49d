package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.adapter.redis.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A real Django with REST framework, as Debian packs them, filled with what {@code accounts.json} lists. */
final class DjangoProject {
    private static final String PYTHON = "/usr/bin/python3";
    private static final List<String> FILES = List.of(
            "accounts.json",
            "fill.py",
            "manage.py",
            "people/__init__.py",
            "people/models.py",
            "settings.py",
            "urls.py",
            "views.py");

    private final Path folder;
    private final Map<String, String> environment;
    private final String users;

    private DjangoProject(Path folder, Map<String, String> environment, String users) {
        this.folder = folder;
        this.environment = environment;
        this.users = users;
    }

    /** With the users that Django has where nothing is said. */
    static DjangoProject fill(Path folder) {
        return fill(new DjangoProject(folder, environment(), "auth.user"));
    }

    /** With a model of users of its own. */
    static DjangoProject fillWithOwnUsers(Path folder) {
        Map<String, String> environment = environment();
        environment.put("PEOPLE_OF_OUR_OWN", "1");
        return fill(new DjangoProject(folder, environment, "people.person"));
    }

    private static DjangoProject fill(DjangoProject project) {
        project.requirePackages();
        FILES.forEach(project::copy);
        project.python("manage.py", "makemigrations", "people", "-v0");
        project.python("manage.py", "migrate", "-v0");
        project.python("fill.py");
        return project;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DJANGO_SECRET_KEY", "an example of a secret key");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        return environment;
    }

    /** The accounts that it has. */
    List<JsonNode> accounts() {
        return filling("accounts");
    }

    /** The groups that it has. */
    List<JsonNode> groups() {
        return filling("groups");
    }

    private List<JsonNode> filling(String what) {
        try {
            JsonNode filling =
                    new ObjectMapper().readTree(folder.resolve("accounts.json").toFile());
            return StreamSupport.stream(filling.get(what).spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code dumpdata} writes of it. */
    Path dump() {
        Path dump = folder.resolve("dump.json");
        Stream<String> models =
                Stream.of("contenttypes", "auth", "authtoken", users).filter(model -> !model.equals("auth.user"));
        python(Stream.concat(Stream.of("manage.py", "dumpdata", "--output", dump.toString()), models)
                .toArray(String[]::new));
        return dump;
    }

    /** Serves it, until it is closed. */
    Served serve() {
        int port = FreePorts.next();
        ProcessBuilder builder = new ProcessBuilder(
                        PYTHON, "manage.py", "runserver", "--noreload", "--nothreading", "127.0.0.1:" + port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("served.txt").toFile());
        builder.environment().putAll(environment);
        try {
            return new Served(builder.start(), URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requirePackages() {
        List<String> imports = List.of(PYTHON, "-c", "import django, rest_framework");
        String needed = "a Django and a REST framework are needed:"
                + " apt-get install python3 python3-django python3-djangorestframework";
        if (!Files.isExecutable(Path.of(PYTHON))) {
            throw new AssertionError(needed);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FinishedProcess tried = FinishedProcess.run(folder, environment, imports);
        if (tried.status() != 0) {
            throw new AssertionError(needed + "\n" + tried.output());
        }
    }

    private void copy(String file) {
        try (InputStream in = DjangoProject.class.getResourceAsStream("django/" + file)) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(in, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void python(String... arguments) {
        FinishedProcess.run(
                        folder,
                        environment,
                        Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList())
                .succeeded();
    }

    /** A Django that serves. */
    record Served(Process process, URI address) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }
}
