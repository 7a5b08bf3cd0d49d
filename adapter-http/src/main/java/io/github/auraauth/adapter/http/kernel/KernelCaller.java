package io.github.auraauth.adapter.http.kernel;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.front.request.Principal;
import java.util.Optional;

/** The person whom an access token of Kernel's was given to. */
public record KernelCaller(KernelPerson person) implements Principal {

    /** Nothing of the person. */
    @Override
    public Optional<String> label() {
        return Optional.of("kernel");
    }

    @Override
    public String toString() {
        return "KernelCaller[redacted]";
    }
}
