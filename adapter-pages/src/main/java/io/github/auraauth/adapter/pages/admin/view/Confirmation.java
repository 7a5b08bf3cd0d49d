package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page that asks before something is done that cannot be undone.
 *
 * @param place path of the entry of the navigation that it belongs to
 * @param key behind which its texts are: {@code .title}, {@code .description} and {@code .action}
 * @param values in the texts
 * @param path where the answer is sent to
 * @param back path of the page to go back to instead
 */
public record Confirmation(String place, String key, Map<String, String> values, String path, String back) {
    public Confirmation {
        values = Map.copyOf(values);
    }

    /**
     * The page.
     *
     * @param fields what must be filled in first
     * @param hidden what is sent along
     * @param details what will be gone
     */
    public View view(AdminRequest request, List<FormField> fields, Map<String, String> hidden, List<Element> details) {
        Form form = request.form(path, fields, key + ".action", Form.Style.DANGER);
        for (Map.Entry<String, String> each : hidden.entrySet()) {
            form = form.with(each.getKey(), each.getValue());
        }
        List<Element> elements = new ArrayList<>(List.of(new Paragraph(request.text(key + ".description", values))));
        elements.addAll(details);
        elements.add(form);
        elements.add(Links.of(request.link(back, "back")));
        return request.view(place, request.text(key + ".title", values), elements);
    }

    /** The page without anything to fill in. */
    public View view(AdminRequest request) {
        return view(request, List.of(), Map.of(), List.of());
    }
}
