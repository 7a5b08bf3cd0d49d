package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.InputReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Each operation of the definition with the endpoint that does it. */
public final class Endpoints {
    private final Map<String, Bound> bound = new HashMap<>();

    /** @throws IllegalArgumentException when an operation has no endpoint, or an endpoint no operation */
    public Endpoints(List<Operation> operations, Map<String, Endpoint> endpoints) {
        Set<String> unused = new HashSet<>(endpoints.keySet());
        for (Operation operation : operations) {
            String id = operation.endpoint().id();
            Endpoint endpoint = endpoints.get(id);
            if (endpoint == null) {
                throw new IllegalArgumentException("nothing does the operation " + id);
            }
            if (bound.put(id, new Bound(new InputReader(operation), endpoint)) != null) {
                throw new IllegalArgumentException("two operations are called " + id);
            }
            unused.remove(id);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("the definition has no operation " + unused);
        }
    }

    Bound of(Operation operation) {
        return Objects.requireNonNull(bound.get(operation.endpoint().id()), "not of this definition");
    }

    /** An endpoint and what reads its inputs. */
    record Bound(InputReader reader, Endpoint endpoint) {}
}
