package io.github.auraauth.adapter.http.request;

import io.github.auraauth.domain.kernel.KernelPerson;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a credential that was good for an operation says of its holder.
 *
 * @param place of it in the list that it stands in; empty where there is no such list
 * @param person whose it is; empty where it is nobody's in particular
 */
public record Credential(OptionalInt place, Optional<KernelPerson> person) {
    /** One that says nothing, or none where none was needed. */
    public static final Credential SILENT = new Credential(OptionalInt.empty(), Optional.empty());

    /** One that stands there in its list. */
    public static Credential at(int place) {
        return new Credential(OptionalInt.of(place), Optional.empty());
    }

    /** One that was given to that person. */
    public static Credential of(KernelPerson person) {
        return new Credential(OptionalInt.empty(), Optional.of(person));
    }
}
