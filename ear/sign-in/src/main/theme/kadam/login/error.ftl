<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">
${msg("errorTitle")}
<#elseif section == "form">
<p>${message.summary}</p>
<#if !skipLink??><@layout.back/></#if>
</#if>
</@layout.registrationLayout>
