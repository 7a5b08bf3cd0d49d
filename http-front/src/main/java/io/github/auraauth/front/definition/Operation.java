package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the definition.
 *
 * @param mapping where it is
 * @param security which credentials it takes
 * @param traits what is peculiar to its requests
 * @param parameters outside the body, in the order of the definition
 * @param body what the body must be; absent when there is none
 * @param tree the operation in the definition, for the extensions that an API reads itself
 */
public record Operation(
        RequestMapping mapping,
        Security security,
        Traits traits,
        List<Parameter> parameters,
        Optional<BodySchema> body,
        JsonNode tree) {
    /** The time that a request has, from its beginning on, where the definition says nothing else. */
    public static final Duration USUAL_TIME = Duration.ofMillis(1500);

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /**
     * The text of an extension.
     *
     * @throws IllegalArgumentException when the operation does not have it
     */
    public String extension(String name) {
        return optionalExtension(name)
                .orElseThrow(() -> new IllegalArgumentException("the operation " + mapping.id() + " lacks " + name));
    }

    /** The text of an extension, where the operation has it. */
    public Optional<String> optionalExtension(String name) {
        return Optional.ofNullable(tree.path(name).textValue());
    }

    /** The texts that an extension lists; none where the operation does not have it. */
    public Set<String> extensions(String name) {
        Set<String> texts = new LinkedHashSet<>();
        tree.path(name).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /**
     * Which credentials an operation takes.
     *
     * @param schemes names of the definition's security schemes, any of which will do, in the order in which they are
     *     looked for
     * @param anonymous whether it can be called without a credential too
     */
    public record Security(List<String> schemes, boolean anonymous) {
        public Security {
            schemes = List.copyOf(schemes);
        }

        /** Whether no credential is looked at. */
        public boolean isOpen() {
            return schemes.isEmpty();
        }
    }

    /**
     * What is peculiar to an operation's requests.
     *
     * @param once whether it is a GET that changes something, which must not be fetched ahead or asked for with HEAD
     * @param crossOrigin whether pages of listed origins may use it
     * @param page whether people see what it answers, also when it refuses
     * @param cookies whether it reads cookies, though people do not see what it answers
     * @param immediate whether it waits for nothing, so that it is done at once, however much other work waits
     * @param moreTime that it has than is usual
     * @param parameters how it takes what stands in a query or a form
     */
    public record Traits(
            boolean once,
            boolean crossOrigin,
            boolean page,
            boolean cookies,
            boolean immediate,
            Duration moreTime,
            ParameterRules parameters) {
        /** Whether it looks at what the browser says of itself. */
        public boolean browser() {
            return page || cookies;
        }
    }

    /**
     * Where an operation is.
     *
     * @param id its name in the definition
     * @param template segments relative to the base path; a parameter stands in braces
     * @param atRoot whether it is at the root too
     */
    public record RequestMapping(String id, String method, List<String> template, boolean atRoot) {
        public RequestMapping {
            template = List.copyOf(template);
        }
    }
}
