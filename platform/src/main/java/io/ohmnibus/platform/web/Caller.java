/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.Set;

/**
 * Who sent a request, as an argument of a controller method.
 *
 * @param tenant all that the caller can see or change belongs to it
 * @param subject the issuer's id of the person or system
 * @param permissions such as {@code tokens:write}; {@code *} stands for any word on its side
 */
public record Caller(String tenant, String subject, Set<String> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permissions.stream().anyMatch(granted -> covers(granted, permission));
    }

    /** Ends the request with 403 when the permission was not granted. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.forbidden("This needs the permission " + permission);
        }
    }

    private static boolean covers(String granted, String wanted) {
        int colon = granted.indexOf(':');
        int split = wanted.indexOf(':');
        if (colon < 1 || split < 1) {
            return false;
        }
        return matches(granted.substring(0, colon), wanted.substring(0, split))
                && matches(granted.substring(colon + 1), wanted.substring(split + 1));
    }

    private static boolean matches(String granted, String wanted) {
        return granted.equals("*") || granted.equals(wanted);
    }
}
