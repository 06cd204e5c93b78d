<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">
${msg("pageExpiredTitle")}
<#elseif section == "form">
<p>${msg("pageExpiredText")}</p>
<a class="b" href="${layout.short(url.loginAction)}">${msg("doContinue")}</a>
<a class="b o" href="${layout.short(url.loginRestartFlowUrl)}">${msg("restartLoginTooltip")}</a>
</#if>
</@layout.registrationLayout>
