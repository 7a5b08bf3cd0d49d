package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** Reads what a provider says when it let nobody in. Bounded, since anybody may have written it. */
final class ProviderRefusals {
    private static final int LONGEST_ERROR = 128;
    private static final int LONGEST_DESCRIPTION = 2048;
    private static final int LONGEST_CODE = 64;
    private static final int MOST_CODES = 16;

    private ProviderRefusals() {}

    /** Empty when the provider does not say so. */
    static Optional<ProviderRefusal> read(Inputs inputs) {
        Optional<String> error = given(inputs, "error", LONGEST_ERROR);
        Optional<String> description = given(inputs, "error_description", LONGEST_DESCRIPTION);
        List<String> codes = codes(inputs.text(Input.query("error_codes")).orElse(""));
        if (error.isEmpty() && description.isEmpty() && codes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderRefusal(error.orElse(""), description, codes));
    }

    private static Optional<String> given(Inputs inputs, String name, int longest) {
        return inputs.text(Input.query(name))
                .filter(text -> !text.isBlank())
                .map(text -> text.length() <= longest ? text : text.substring(0, longest));
    }

    /** Of a list by comma or space. */
    private static List<String> codes(String list) {
        List<String> codes = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(list, ", ");
        while (words.hasMoreTokens() && codes.size() < MOST_CODES) {
            String code = words.nextToken();
            if (code.length() <= LONGEST_CODE) {
                codes.add(code);
            }
        }
        return codes;
    }
}
