/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each role may do; the one place that says so.
 *
 * <p>A permission is an area and a right: {@code stations}, {@code tokens}, {@code transactions},
 * {@code metrics} and so on with {@code read} or {@code write}; {@code commands:read}; and {@code
 * command} with the action that is sent, such as {@code command:Reset}. A {@code *} stands for any
 * word on its side.
 */
public final class Permissions {

    private static final Map<String, Set<String>> BY_ROLE =
            Map.of(
                    "viewer", Set.of("*:read"),
                    "operator",
                            Set.of(
                                    "*:read",
                                    "stations:write",
                                    "tokens:write",
                                    "transactions:write",
                                    "campaigns:write",
                                    "command:*"),
                    "admin", Set.of("*:*"));

    private static final Pattern FORM = Pattern.compile("([a-z-]+|\\*):([A-Za-z-]+|\\*)");

    private Permissions() {}

    /** What the roles allow together; roles that are not ours allow nothing. */
    public static Set<String> ofRoles(Collection<String> roles) {
        Set<String> permissions = new LinkedHashSet<>();
        roles.forEach(role -> permissions.addAll(BY_ROLE.getOrDefault(role, Set.of())));
        return permissions;
    }

    /**
     * What is left of permissions when a token names the ones it was issued for. Scopes that are no
     * permissions, such as {@code openid}, narrow nothing.
     */
    public static Set<String> narrow(Set<String> permissions, Collection<String> scopes) {
        Set<String> named = new LinkedHashSet<>(scopes);
        named.removeIf(scope -> !isPermission(scope));
        if (named.isEmpty()) {
            return permissions;
        }
        Set<String> common = new LinkedHashSet<>();
        for (String permission : permissions) {
            for (String scope : named) {
                String both = intersection(permission, scope);
                if (both != null) {
                    common.add(both);
                }
            }
        }
        return common;
    }

    static boolean isPermission(String text) {
        return FORM.matcher(text).matches();
    }

    private static @Nullable String intersection(String one, String other) {
        int colon = one.indexOf(':');
        int split = other.indexOf(':');
        String area = word(one.substring(0, colon), other.substring(0, split));
        String right = word(one.substring(colon + 1), other.substring(split + 1));
        return area == null || right == null ? null : area + ":" + right;
    }

    private static @Nullable String word(String one, String other) {
        if (one.equals("*") || one.equals(other)) {
            return other;
        }
        return other.equals("*") ? one : null;
    }
}
