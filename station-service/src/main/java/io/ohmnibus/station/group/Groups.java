/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The groups of all tenants, and who is in them. */
public interface Groups {

    /** Makes the group or changes its name; true when it is new. */
    Mono<Boolean> put(String tenant, String groupId, @Nullable String name);

    /** The group, or empty. */
    Mono<Group> find(String tenant, String groupId);

    /** The groups of a tenant in the order of their ids, beginning after one of them. */
    Flux<Group> list(String tenant, @Nullable String after, int limit);

    /** Removes the group, not its stations; false when there is none. */
    Mono<Boolean> remove(String tenant, String groupId);

    /** Puts a station that is known into a group that is known; twice is the same as once. */
    Mono<Void> join(StationKey station, String groupId);

    /** Puts a station into these groups, which are known, and out of all others. */
    Mono<Void> assign(StationKey station, List<String> groupIds);

    /** Which of these groups there are not. */
    Mono<List<String>> unknown(String tenant, List<String> groupIds);

    /** Takes a station out of a group; false when it is not in it. */
    Mono<Boolean> leave(StationKey station, String groupId);
}
