/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The status that operators give a token or a group. */
public final class TokenStatus {

    private static final Set<AuthorizationStatusEnum> NOT_STORED =
            EnumSet.of(AuthorizationStatusEnum.UNKNOWN, AuthorizationStatusEnum.CONCURRENT_TX);

    private TokenStatus() {}

    /** As somebody entered it: Accepted when absent, and Active stands for it; empty when wrong. */
    public static Optional<AuthorizationStatusEnum> entered(@Nullable String name) {
        return name == null || name.equalsIgnoreCase("Active")
                ? Optional.of(AuthorizationStatusEnum.ACCEPTED)
                : Arrays.stream(AuthorizationStatusEnum.values())
                        .filter(status -> status.wireName().equalsIgnoreCase(name))
                        .filter(status -> !NOT_STORED.contains(status))
                        .findFirst();
    }

    /** As it was stored; one that nobody knows refuses. */
    public static AuthorizationStatusEnum stored(String wireName) {
        return Arrays.stream(AuthorizationStatusEnum.values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst()
                .orElse(AuthorizationStatusEnum.INVALID);
    }
}
