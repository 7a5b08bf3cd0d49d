package io.github.auraauth.domain.permission;

import java.util.ArrayList;
import java.util.List;

/**
 * The permissions that this service itself asks for. Without them an actor sees their own account, groups, tokens and
 * activity, changes the profile of their account, and makes and revokes their own tokens; what else needs one is refused.
 * {@code view_} shows any single one, {@code list_} shows all in lists.
 */
public final class OwnPermissions {
    public static final Permission VIEW_ACCOUNT = new Permission("view_account");
    public static final Permission LIST_ACCOUNT = new Permission("list_account");
    public static final Permission CREATE_ACCOUNT = new Permission("create_account");
    public static final Permission UPDATE_ACCOUNT = new Permission("update_account");
    public static final Permission DESTROY_ACCOUNT = new Permission("destroy_account");
    public static final Permission VIEW_GROUP = new Permission("view_group");
    public static final Permission LIST_GROUP = new Permission("list_group");
    public static final Permission CREATE_GROUP = new Permission("create_group");
    public static final Permission UPDATE_GROUP = new Permission("update_group");
    public static final Permission DESTROY_GROUP = new Permission("destroy_group");
    public static final Permission VIEW_TOKEN = new Permission("view_token");
    public static final Permission LIST_TOKEN = new Permission("list_token");
    public static final Permission CREATE_TOKEN = new Permission("create_token");
    public static final Permission DESTROY_TOKEN = new Permission("destroy_token");
    public static final Permission CREATE_PERMISSION = new Permission("create_permission");
    public static final Permission DESTROY_PERMISSION = new Permission("destroy_permission");
    public static final Permission LIST_ACTIVITY = new Permission("list_activity");
    public static final Permission LIST_APIKEY = new Permission("list_apikey");
    public static final Permission DESTROY_APIKEY = new Permission("destroy_apikey");
    public static final Permission VIEW_USER = new Permission("view_user");
    public static final Permission DESTROY_USER = new Permission("destroy_user");
    public static final Permission LIST_TERMS = new Permission("list_terms");

    private OwnPermissions() {}

    /** All of them, which cannot be removed. */
    public static List<DescribedPermission> all() {
        List<DescribedPermission> all = new ArrayList<>();
        all.add(new DescribedPermission(VIEW_ACCOUNT, "See any account"));
        all.add(new DescribedPermission(LIST_ACCOUNT, "List all accounts"));
        all.add(new DescribedPermission(CREATE_ACCOUNT, "Create accounts"));
        all.add(new DescribedPermission(UPDATE_ACCOUNT, "Change any account, its groups and permissions"));
        all.add(new DescribedPermission(DESTROY_ACCOUNT, "Delete any account"));
        all.add(new DescribedPermission(VIEW_GROUP, "See any group"));
        all.add(new DescribedPermission(LIST_GROUP, "List all groups"));
        all.add(new DescribedPermission(CREATE_GROUP, "Create groups"));
        all.add(new DescribedPermission(UPDATE_GROUP, "Change groups and their permissions"));
        all.add(new DescribedPermission(DESTROY_GROUP, "Delete groups"));
        all.add(new DescribedPermission(VIEW_TOKEN, "See any auth token"));
        all.add(new DescribedPermission(LIST_TOKEN, "List all auth tokens"));
        all.add(new DescribedPermission(CREATE_TOKEN, "Create auth tokens for any account"));
        all.add(new DescribedPermission(DESTROY_TOKEN, "Delete any auth token"));
        all.add(new DescribedPermission(CREATE_PERMISSION, "Register permissions"));
        all.add(new DescribedPermission(DESTROY_PERMISSION, "Remove permissions"));
        all.add(new DescribedPermission(LIST_ACTIVITY, "See what all accounts did"));
        all.add(new DescribedPermission(LIST_APIKEY, "List all APIKeys"));
        all.add(new DescribedPermission(DESTROY_APIKEY, "Revoke APIKeys and whole consumers"));
        all.add(new DescribedPermission(VIEW_USER, "Find users by auraId or phone number"));
        all.add(new DescribedPermission(DESTROY_USER, "Remove users and erase persons"));
        all.add(new DescribedPermission(LIST_TERMS, "See who has accepted which terms"));
        return List.copyOf(all);
    }
}
