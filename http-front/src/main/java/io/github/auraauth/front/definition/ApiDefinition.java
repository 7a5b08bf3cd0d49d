package io.github.auraauth.front.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API as a file of OpenAPI 3.0 defines it.
 *
 * @param yaml the file's text
 * @param tree the file as a tree
 * @param basePath path of the first server
 * @param operations in the order of the file
 */
public record ApiDefinition(String yaml, JsonNode tree, String basePath, List<Operation> operations) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern SERVER = Pattern.compile("(?m)^(servers:\\R *- url: ).*$");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Several parts of a server ask for the same file, and reading one is a good part of a start. */
    private static final Map<List<Object>, ApiDefinition> LOADED = new ConcurrentHashMap<>();

    public ApiDefinition {
        operations = List.copyOf(operations);
    }

    /**
     * The definition that a module carries as a resource.
     *
     * @param module any class of the module
     * @param name of the file at the root of the module's resources
     * @throws IllegalStateException when it is not there
     */
    public static ApiDefinition load(Class<?> module, String name) {
        return LOADED.computeIfAbsent(List.of(module, name), absent -> read(module, name));
    }

    private static ApiDefinition read(Class<?> module, String name) {
        try (InputStream file = module.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException when it is not a definition that this server can keep to */
    public static ApiDefinition parse(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            String basePath = tree.at("/servers/0/url").asText();
            return new ApiDefinition(yaml, tree, basePath, new OperationReader(tree).operations());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the definition is not YAML", e);
        }
    }

    /**
     * The same as its callers see it where a proxy takes a prefix off all paths: the first server is below it.
     *
     * @param prefix empty, or a path without a slash at its end
     */
    public ApiDefinition below(String prefix) {
        if (prefix.isEmpty()) {
            return this;
        }
        String server = prefix + (basePath.equals("/") ? "" : basePath);
        return parse(SERVER.matcher(yaml).replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + server)));
    }

    /** The same as JSON. */
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
