package io.github.auraauth.adapter.http.definition;

import io.github.auraauth.domain.access.RequiredAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the definition.
 *
 * @param endpoint where it is
 * @param kind what it does to users
 * @param access what it asks of a key; absent when it is open
 * @param parameters outside the body, in the order of the definition
 * @param body what the body must be; absent when there is none
 */
public record Operation(
        Endpoint endpoint,
        OperationKind kind,
        Optional<RequiredAccess> access,
        List<Parameter> parameters,
        Optional<BodyForm> body) {
    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** Whether it is a GET that changes something, which must not be fetched ahead or asked for with HEAD. */
    public boolean isRegisteringGet() {
        return kind == OperationKind.REGISTER && endpoint.method().equals("GET");
    }

    /** The forms of all its inputs by name. */
    public Map<String, TextForm> forms() {
        Map<String, TextForm> forms = new HashMap<>();
        parameters.forEach(parameter -> forms.put(parameter.name(), parameter.form()));
        body.ifPresent(form -> forms.putAll(form.members()));
        return forms;
    }

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
