package io.github.auraauth.app.docs;

import io.github.auraauth.app.config.variable.Catalogue;
import io.github.auraauth.app.config.variable.Variable;
import java.util.List;
import java.util.Optional;

/** The rows that docs/configuration.md must have: one for each variable that the program knows, as it reads it. */
final class VariableTable {
    private static final String UNIT = ", in ";

    private VariableTable() {}

    static List<String> rows() {
        return Catalogue.load().all().stream().map(VariableTable::row).toList();
    }

    private static String row(Variable variable) {
        String form = variable.form().allowed();
        int unit = form.lastIndexOf(UNIT);
        List<String> cells = List.of(
                '`' + variable.name() + '`',
                whenUnset(variable),
                unit < 0 ? form : form.substring(0, unit),
                unit < 0 ? "" : form.substring(unit + UNIT.length()),
                secret(variable),
                variable.description()
                        + variable.effect().map(why -> " (" + why + ")").orElse(""));
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(cell.isEmpty() ? " |" : ' ' + cell.replace("|", "\\|") + " |"));
        return row.toString();
    }

    private static String secret(Variable variable) {
        if (variable.secret()) {
            return "yes";
        }
        return variable.hasFile() ? "no, but `_FILE`" : "";
    }

    private static String whenUnset(Variable variable) {
        Optional<String> everywhere = variable.defaultValue().map(VariableTable::code);
        Optional<String> special = variable.whenUnset()
                .map(value ->
                        value.startsWith("DEV ") ? "in DEV " + code(value.substring("DEV ".length())) : code(value));
        return special.map(other -> everywhere.map(one -> one + ", ").orElse("") + other)
                .or(() -> everywhere)
                .orElse("");
    }

    private static String code(String value) {
        return value.startsWith("(") ? value.replace("(", "").replace(")", "") : '`' + value + '`';
    }
}
