package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.FormPageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of a page below its header.
 *
 * @param kind with which status it is sent
 * @param place path of the entry of the navigation that it belongs to
 * @param above the page that it belongs to, where it is not in the navigation itself
 * @param notice that something has not been done, and why
 */
public record View(
        FormPageKind kind,
        String place,
        String title,
        Optional<Links.Link> above,
        Optional<Paragraph> notice,
        List<Element> elements) {
    public View {
        requireNonNull(kind, "kind");
        requireNonNull(place, "place");
        requireNonNull(title, "title");
        requireNonNull(above, "above");
        requireNonNull(notice, "notice");
        elements = List.copyOf(elements);
    }

    /** One that shows something. */
    public static View of(String place, String title, Element... elements) {
        return new View(FormPageKind.DONE, place, title, Optional.empty(), Optional.empty(), Arrays.asList(elements));
    }

    /** The same with more. */
    public View and(Element... more) {
        List<Element> all = new ArrayList<>(elements);
        all.addAll(Arrays.asList(more));
        return new View(kind, place, title, above, notice, all);
    }

    /** The same, which belongs to that page. */
    public View below(Links.Link other) {
        return new View(kind, place, title, Optional.of(other), notice, elements);
    }

    /** The same with a notice. */
    public View noting(Paragraph words) {
        return new View(kind, place, title, above, Optional.of(words), elements);
    }

    /** The same in answer to something that was not done, for that reason. */
    public View refusing(String reason) {
        return new View(
                FormPageKind.INVALID, place, title, above, Optional.of(new Paragraph(reason, Tone.BAD)), elements);
    }

    /** The same in answer to something that was not done, for reasons that its fields tell. */
    public View refusing() {
        return new View(FormPageKind.INVALID, place, title, above, notice, elements);
    }
}
