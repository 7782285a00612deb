/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

/** Another service could not answer, or did not in time; callers must not take it for a yes. */
public final class QueryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QueryFailed(String message) {
        super(message);
    }
}
