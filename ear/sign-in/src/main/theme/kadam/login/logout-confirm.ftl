<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">
${msg("logoutConfirmTitle")}
<#elseif section == "form">
<p>${msg("logoutConfirmHeader")}</p>
<form action="${url.logoutConfirmAction}" method="post">
<input type="hidden" name="session_code" value="${logoutConfirm.code}">
<button name="confirmLogout" value="on">${msg("doLogout")}</button>
</form>
<#if !logoutConfirm.skipLink><@layout.back "staySignedIn"/></#if>
</#if>
</@layout.registrationLayout>
