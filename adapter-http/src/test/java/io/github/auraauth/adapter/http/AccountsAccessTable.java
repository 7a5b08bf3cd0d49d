package io.github.auraauth.adapter.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Method by path by caller by right: what is to be answered, whether the core is a fake or the real one. */
public final class AccountsAccessTable {
    /**
     * What is answered: to nobody, to a credential that is no good (wrong, ended, of a deactivated account), to somebody
     * without any right, to whoever has one of the rights that are named, to a superuser. Where it matters whose the thing
     * is, there is a row for one's own and one for another's.
     */
    private static final String TABLE = """
            GET /me | 401 | 401 | 200 | | 200
            POST /me/password | 401 | 401 | 204 | | 204
            GET /me/sessions | 401 | 401 | 200 | | 200
            DELETE /me/sessions | 401 | 401 | 204 | | 204
            DELETE /me/sessions/{id} own | 401 | 401 | 204 | | 204
            DELETE /me/sessions/{id} other | 401 | 401 | 404 | | 404
            POST /login | 200 | 200 | 200 | | 200
            POST /logout | 401 | 401 | 204 | | 204
            GET /accounts | 401 | 401 | 200 | | 200
            POST /accounts | 401 | 401 | 403 | create_account=201 | 201
            GET /accounts/{username} own | 401 | 401 | 200 | | 200
            GET /accounts/{username} other | 401 | 401 | 404 | view_account=200 | 200
            PATCH /accounts/{username} own | 401 | 401 | 200 | | 200
            PATCH /accounts/{username} other | 401 | 401 | 403 | update_account=200 | 200
            DELETE /accounts/{username} own | 401 | 401 | 403 | destroy_account=204 | 204
            DELETE /accounts/{username} other | 401 | 401 | 403 | destroy_account=204 | 204
            POST /accounts/{username}/invite own | 401 | 401 | 403 | update_account=200 | 200
            POST /accounts/{username}/invite other | 401 | 401 | 403 | update_account=200 | 200
            GET /groups | 401 | 401 | 200 | | 200
            POST /groups | 401 | 401 | 403 | create_group=201 | 201
            GET /groups/{name} own | 401 | 401 | 200 | | 200
            GET /groups/{name} other | 401 | 401 | 404 | view_group=200 | 200
            PATCH /groups/{name} own | 401 | 401 | 403 | update_group=200 | 200
            PATCH /groups/{name} other | 401 | 401 | 403 | update_group=200 | 200
            DELETE /groups/{name} own | 401 | 401 | 403 | destroy_group=204 | 204
            DELETE /groups/{name} other | 401 | 401 | 403 | destroy_group=204 | 204
            GET /permissions | 200 | 401 | 200 | | 200
            POST /permissions | 401 | 401 | 403 | create_permission=201 | 201
            DELETE /permissions/{codename} | 401 | 401 | 403 | destroy_permission=204 | 204
            GET /tokens | 401 | 401 | 200 | | 200
            POST /tokens | 401 | 401 | 201 | | 201
            GET /tokens/{id} own | 401 | 401 | 200 | | 200
            GET /tokens/{id} other | 401 | 401 | 404 | view_token=200 | 200
            DELETE /tokens/{id} own | 401 | 401 | 204 | | 204
            DELETE /tokens/{id} other | 401 | 401 | 404 | destroy_token=204 | 204
            GET /activity | 401 | 401 | 200 | | 200
            GET /openapi.yaml | 200 | 200 | 200 | | 200
            GET /openapi.json | 200 | 200 | 200 | | 200
            GET /docs | 200 | 200 | 200 | | 200
            GET /docs/{file} | 200 | 200 | 200 | | 200
            """;

    private AccountsAccessTable() {}

    public static List<Row> rows() {
        return TABLE.lines().map(Row::of).toList();
    }

    /**
     * What one call is answered, by who calls.
     *
     * @param call method and path, and where it matters whose the thing is
     * @param bad to a credential that is no good
     */
    public record Row(String call, int nobody, int bad, int signedIn, Map<String, Integer> withRight, int superuser) {
        static Row of(String line) {
            String[] cells = line.split(" *\\| *", -1);
            Map<String, Integer> rights = Arrays.stream(cells[4].split(" ", -1))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.toMap(
                            cell -> cell.substring(0, cell.indexOf('=')),
                            cell -> Integer.parseInt(cell.substring(cell.indexOf('=') + 1))));
            return new Row(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    rights,
                    Integer.parseInt(cells[5]));
        }
    }
}
