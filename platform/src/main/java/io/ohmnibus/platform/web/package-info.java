/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The REST edge that all services share: who calls ({@link io.ohmnibus.platform.web.Caller}), what
 * they may do, problems in the form of RFC 9457, pages, repeatable requests and CSV.
 *
 * <p>A controller method of the platform without {@link
 * io.ohmnibus.platform.web.RequiresPermission} keeps the service from starting.
 */
@NullMarked
package io.ohmnibus.platform.web;

import org.jspecify.annotations.NullMarked;
