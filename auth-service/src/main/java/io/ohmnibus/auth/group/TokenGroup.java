/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a group of tokens.
 *
 * @param parent the group that it is a part of
 * @param status other than Accepted, none of its tokens may charge
 * @param allowances of its tokens that say nothing themselves
 * @param masterPass its tokens stop transactions and start none (C16)
 */
record TokenGroup(
        String groupId,
        @Nullable String parent,
        AuthorizationStatusEnum status,
        Allowances allowances,
        boolean masterPass) {

    /**
     * What it comes to, together with its parents.
     *
     * @param refusedBy the group whose status it is
     * @param masterPass the group that stations know as master pass
     */
    record Effect(
            AuthorizationStatusEnum status,
            @Nullable String refusedBy,
            Allowances allowances,
            @Nullable String masterPass) {}

    /** A group and what it comes to. */
    record InEffect(TokenGroup group, Effect effect) {}
}
