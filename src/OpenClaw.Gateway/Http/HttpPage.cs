using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http;

/// <summary>A surface that answers some paths. False leaves the request to the next one.</summary>
/// <param name="context">The request.</param>
internal delegate ValueTask<bool> HttpPage(HttpContext context);
