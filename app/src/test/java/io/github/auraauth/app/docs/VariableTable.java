package io.github.auraauth.app.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows that docs/operations.md must have: one for each line of the program's own catalogue of variables. */
final class VariableTable {
    private VariableTable() {}

    static List<String> rows() throws IOException {
        var catalogue =
                VariableTable.class.getResourceAsStream("/io/github/auraauth/app/config/variable/variables.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(catalogue, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(VariableTable::row).toList();
        }
    }

    /** Cells: name, type, default, what is taken when unset, secret, origin, form, effect, description. */
    private static String row(String line) {
        String[] cells = line.split("\t", -1);
        String meaning = cells[7].isEmpty() ? cells[8] : cells[8] + " (" + cells[7] + ")";
        String secret = cells[4].equals("yes") ? "yes" : "";
        return ("| `" + cells[0] + "` | " + whenUnset(cells[2], cells[3]) + " | " + secret + " | "
                        + meaning.replace("|", "\\|") + " |")
                .replaceAll("\\|  (?=\\|)", "| ");
    }

    private static String whenUnset(String everywhere, String otherwise) {
        if (otherwise.isEmpty()) {
            return code(everywhere);
        }
        String special =
                otherwise.startsWith("DEV ") ? "in DEV " + code(otherwise.substring("DEV ".length())) : code(otherwise);
        return everywhere.isEmpty() ? special : code(everywhere) + ", " + special;
    }

    private static String code(String value) {
        boolean plain = value.isEmpty() || value.startsWith("(");
        return plain ? value.replace("(", "").replace(")", "") : "`" + value + "`";
    }
}
