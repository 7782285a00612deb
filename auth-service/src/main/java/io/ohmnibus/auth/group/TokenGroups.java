/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import io.ohmnibus.auth.group.TokenGroup.InEffect;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The groups that something is said of. Ids are compared without regard to case. */
interface TokenGroups {

    /** What became of a change. */
    enum Change {
        Done,
        /** There is no such group. */
        Unknown,
        /** There is no such parent. */
        NoParent,
        /** The parent is the group itself, or a part of it. */
        Cycle,
        /** More groups above each other than anybody can follow. */
        TooDeep,
        /** Other groups are parts of it. */
        HasParts
    }

    /** Enters a group, or replaces what is said of it. */
    Mono<Change> put(String tenant, TokenGroup group, String by);

    /** Says nothing of a group any more; its tokens keep it. */
    Mono<Change> remove(String tenant, String groupId);

    /** The group, or empty. */
    Mono<InEffect> find(String tenant, String groupId);

    /** Groups by id. */
    Flux<InEffect> list(String tenant, @Nullable String after, int limit);
}
