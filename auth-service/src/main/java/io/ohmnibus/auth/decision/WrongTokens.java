/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Counts the tokens that nobody knows, so that nobody can try them all at a station (A35). */
public interface WrongTokens {

    /** Tokens of a type at a station. */
    record Place(StationKey station, String type) {}

    /** Those of the places where too many were wrong. */
    Mono<Set<Place>> locked(Collection<Place> places);

    /** One more at each of these; tells where it is one too many, now. */
    Mono<Set<Place>> count(Collection<Place> places);
}
