<#-- Only after a right PIN: which of those who share a number, and this PIN, is she? Ids, no names. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">
${msg("whichTitle")}
<#elseif section == "form">
<p>${msg("whichText")}</p>
<form action="${layout.short(url.loginAction)}" method="post">
<#list workers as worker><button class="o" name="which" value="${worker}">${worker}</button></#list>
</form>
<p><a href="${layout.short(url.loginRestartFlowUrl)}">${msg("restartLoginTooltip")}</a></p>
</#if>
</@layout.registrationLayout>
