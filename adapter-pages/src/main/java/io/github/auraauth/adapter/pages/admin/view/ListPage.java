package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list that goes on from page to page.
 *
 * @param path of the list, without the prefix of a proxy
 * @param filters what was asked for beside the place in the list, by name; what is empty is left out
 */
public record ListPage(String path, Map<String, String> filters) {
    private static final String CURSOR = "cursor";

    public ListPage {
        Map<String, String> given = new LinkedHashMap<>(filters);
        given.values().removeIf(String::isEmpty);
        filters = Collections.unmodifiableMap(given);
    }

    /** The part that is asked for. */
    public static PageRequest asked(AdminRequest request) {
        return new PageRequest(
                Optional.of(request.query(CURSOR)).filter(text -> !text.isEmpty()), PageRequest.USUAL, false);
    }

    /** Whether anything was asked for beside the place in the list. */
    public boolean isFiltered() {
        return !filters.isEmpty();
    }

    /**
     * The table.
     *
     * @param key behind which the texts of its caption ({@code .caption}), columns and empty state ({@code .empty}, or
     *     {@code .none} where it is filtered) are
     * @param columns the ends of the keys of the columns, behind {@code .column.}; empty for a column of buttons
     */
    public Table table(AdminRequest request, Page<?> page, String key, List<String> columns, List<List<Cell>> rows) {
        List<String> names = columns.stream()
                .map(column -> column.isEmpty() ? "" : request.text(key + ".column." + column))
                .toList();
        Table.Pager.Words words = new Table.Pager.Words(
                request.text("list.pager"), request.text("list.previous"), request.text("list.next"));
        String empty = isFiltered() ? ".none" : ".empty";
        return new Table(
                request.text(key + ".caption"),
                names,
                rows,
                request.text(key + empty),
                Optional.of(new Table.Pager(
                        page.previous().map(cursor -> request.path(address(cursor))),
                        page.next().map(cursor -> request.path(address(cursor))),
                        words)));
    }

    /** A row. */
    public static List<Cell> row(Cell... cells) {
        return Arrays.asList(cells);
    }

    /** A text as it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String address(String cursor) {
        StringBuilder address = new StringBuilder(path).append('?');
        filters.forEach((name, value) ->
                address.append(name).append('=').append(encoded(value)).append('&'));
        return address.append(CURSOR).append('=').append(cursor).toString();
    }
}
