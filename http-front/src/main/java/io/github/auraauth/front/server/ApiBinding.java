package io.github.auraauth.front.server;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Endpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An API whose operations have been joined with what serves them. */
final class ApiBinding {
    private final Api api;
    private final Map<String, OperationBinding> operations = new HashMap<>();

    /**
     * @throws IllegalArgumentException when an operation has no endpoint or a security scheme no authenticator, or an
     *     endpoint no operation
     */
    ApiBinding(Api api) {
        this.api = api;
        Set<String> unused = new HashSet<>(api.endpoints().keySet());
        for (Operation operation : api.definition().operations()) {
            String id = operation.mapping().id();
            Endpoint endpoint = api.endpoints().get(id);
            if (endpoint == null) {
                throw new IllegalArgumentException("no endpoint serves the operation " + id);
            }
            if (operations.put(id, new OperationBinding(operation, endpoint, api)) != null) {
                throw new IllegalArgumentException("two operations are called " + id);
            }
            unused.remove(id);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("the definition has no operation " + unused);
        }
    }

    Api api() {
        return api;
    }

    OperationBinding of(Operation operation) {
        return Objects.requireNonNull(operations.get(operation.mapping().id()), "not of this definition");
    }
}
