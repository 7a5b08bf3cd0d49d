package io.github.auraauth.app.config.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void all_publishedTable_isTheSame_saveWhatWeAdded() throws IOException {
        List<String> ours = catalogue.all().stream()
                .filter(each -> !each.origin().equals("added"))
                .map(each -> row(each.name(), each.type(), each.defaultValue(), each.secret(), each.origin()))
                .toList();

        assertThat(ours).containsExactlyElementsOf(published());
    }

    @Test
    void all_added_areTheseAndNoMore() {
        assertThat(catalogue.all())
                .filteredOn(each -> each.origin().equals("added"))
                .extracting(Variable::name)
                .containsExactly("AURA_OIDC_KEY_SET_MAX_AGE");
    }

    @Test
    void all_eachDefault_hasTheVariablesForm() {
        for (ServiceEnvironment kind : ServiceEnvironment.values()) {
            for (Variable variable : catalogue.all()) {
                Optional<String> unset = variable.valueWhenUnset(kind);
                assertThat(unset.flatMap(variable.form().normal()))
                        .as(variable.name())
                        .isEqualTo(unset);
            }
        }
    }

    @Test
    void all_eachVariable_isDescribed() {
        assertThat(catalogue.all()).allSatisfy(each -> {
            assertThat(each.description()).as(each.name()).isNotBlank();
            assertThat(each.form().allowed()).as(each.name()).isNotBlank();
        });
    }

    @Test
    void named_unknownName_isACallersBug() {
        assertThatThrownBy(() -> catalogue.named("AURA_NOTHING"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AURA_NOTHING");
    }

    /** Remarks in brackets behind a default are for readers of the table. */
    private static List<String> published() throws IOException {
        try (InputStream in = CatalogueTest.class.getResourceAsStream("/environment.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> row(
                            cells[0],
                            cells[1],
                            Optional.of(cells[2].replaceAll("\\s*\\(.*\\)", "")).filter(text -> !text.isEmpty()),
                            cells[3].equals("yes"),
                            cells[4]))
                    .toList();
        }
    }

    private static String row(String name, String type, Optional<String> value, boolean secret, String origin) {
        return String.join(" | ", name, type, value.orElse(""), secret ? "secret" : "", origin);
    }
}
