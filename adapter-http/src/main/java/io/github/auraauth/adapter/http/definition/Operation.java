package io.github.auraauth.adapter.http.definition;

import io.github.auraauth.domain.access.RequiredAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the definition.
 *
 * @param endpoint where it is
 * @param kind what it does to users
 * @param access what it asks of a credential; absent when it is open
 * @param handling what is peculiar to its requests
 * @param parameters outside the body, in the order of the definition
 * @param body what the body must be; absent when there is none
 */
public record Operation(
        Endpoint endpoint,
        OperationKind kind,
        Optional<RequiredAccess> access,
        Handling handling,
        List<Parameter> parameters,
        Optional<BodyForm> body) {
    /** The time that a request has, from its beginning on, where the definition says nothing else. */
    public static final Duration USUAL_TIME = Duration.ofMillis(1500);

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** The forms of all its inputs by name. */
    public Map<String, TextForm> forms() {
        Map<String, TextForm> forms = new HashMap<>();
        parameters.forEach(parameter -> forms.put(parameter.name(), parameter.form()));
        body.ifPresent(form -> forms.putAll(form.members()));
        return forms;
    }

    /**
     * What is peculiar to an operation's requests.
     *
     * @param once whether it is a GET that changes something, which must not be fetched ahead or asked for with HEAD
     * @param crossOrigin whether pages of listed origins may use it
     * @param page whether people see what it answers, also when it refuses
     * @param immediate whether it waits for nothing, so that it is done at once, however much other work waits
     * @param moreTime that it has than is usual
     */
    public record Handling(boolean once, boolean crossOrigin, boolean page, boolean immediate, Duration moreTime) {}

    /**
     * Where an operation is.
     *
     * @param id its name in the definition
     * @param template segments relative to the base path; a parameter stands in braces
     * @param atRoot whether it is at the root too
     */
    public record Endpoint(String id, String method, List<String> template, boolean atRoot) {
        public Endpoint {
            template = List.copyOf(template);
        }
    }
}
